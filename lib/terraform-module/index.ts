export { moduleFiles, type ModuleFiles } from './module-files';
export type { ModuleNotes } from './module-notes';
export { moduleSource } from './module-source';
export { writeModule, type WrittenModule } from './write-module';
