/** Settings of Spark by name, such as `spark.sql.shuffle.partitions`. */
export type SparkSettings = { readonly [name: string]: string | number | boolean };

/** Machines that the service starts for a Spark step and takes away after it. */
export interface ServerlessSpark {
  /**
   * Size of the machines: `Standard_E4S_V3`, `Standard_E8S_V3`, `Standard_E16S_V3`, `Standard_E32S_V3` or
   * `Standard_E64S_V3`; case does not matter.
   */
  readonly instanceType: string;
  /** Version of Spark, such as `3.4`. Which of them run is decided by the service. */
  readonly runtimeVersion: string;
}
