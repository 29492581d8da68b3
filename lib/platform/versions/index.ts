export { keepVersions } from './track-version';
export { VersionsMode } from './versions-mode';
