/** Who reaches a storage account over the network. */
export enum StorageNetworkAccess {
  /** Everybody who has a role. */
  ALL_NETWORKS = 'all-networks',
  /** The firewall is on; trusted Azure services with a managed identity pass. */
  TRUSTED_SERVICES = 'trusted-services',
  /** The firewall is on and lets nobody pass but named networks and private endpoints. */
  SELECTED_NETWORKS = 'selected-networks',
}

/** How many copies a storage account keeps, and where. */
export enum StorageReplication {
  /** Three copies here, three in the paired region. */
  GRS = 'GRS',
  /** Copies in three zones, three in the paired region. */
  GZRS = 'GZRS',
  /** Three copies in one data centre. */
  LRS = 'LRS',
  /** As GRS, readable in the paired region. */
  RAGRS = 'RAGRS',
  /** As GZRS, readable in the paired region. */
  RAGZRS = 'RAGZRS',
  /** Copies in three zones. */
  ZRS = 'ZRS',
}
