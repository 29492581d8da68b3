// What exists already in both programs.
export const SUBSCRIPTION_ID = '11111111-2222-4333-8444-555555555555';

const GROUP_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-churn`;

export const WORKSPACE_ID = `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn`;
export const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`;
export const COMPONENT_ID = `${WORKSPACE_ID}/components/churn/versions/1`;
