/** What a linked service may do with data. */
export enum DataAccess {
  /** Read. */
  READ = 'Read',
  /** Read, write and delete. */
  READ_WRITE = 'ReadWrite',
}
