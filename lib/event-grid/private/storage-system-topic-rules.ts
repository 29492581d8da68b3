import { armIdRule } from '../../core/arm-id-rule';
import { guidRule } from '../../core/guid-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { RESOURCE_GROUP, TAGS } from '../../logic-apps/private/prop-types';
import type {
  StorageSystemTopicAttributes,
  StorageSystemTopicProps,
} from '../storage-system-topic';

type Resolved = StorageSystemTopicProps & Required<Pick<StorageSystemTopicProps, 'name'>>;

export const TOPIC_SHAPE: Shape<Resolved> = {
  storageAccount: Is.having('a storage account', 'storageAccountId', 'storageAccountName', 'cloud'),
  resourceGroup: RESOURCE_GROUP,
  name: Is.text,
  location: Is.optional(Is.text),
  tags: Is.optional(TAGS),
};

/** `Microsoft.EventGrid/systemTopics@2022-06-15`. */
export const TOPIC_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'SystemTopicNameInvalid',
    check: ({ name }) =>
      mismatches(name, /^[A-Za-z0-9-]{3,50}$/)
        ? { property: 'name', must: 'be 3 to 50 letters, digits or hyphens', got: name }
        : undefined,
  },
];

export const TOPIC_ATTRIBUTES_SHAPE: Shape<StorageSystemTopicAttributes> = {
  systemTopicId: Is.text,
  principalId: Is.text,
};

export const TOPIC_ATTRIBUTES_RULES: readonly Rule<StorageSystemTopicAttributes>[] = [
  armIdRule({
    code: 'SystemTopicIdInvalid',
    property: 'systemTopicId',
    type: 'Microsoft.EventGrid/systemTopics',
  }),
  guidRule({
    code: 'SystemTopicPrincipalInvalid',
    property: 'principalId',
    what: 'the object id of the identity of the topic',
    fix: 'az eventgrid system-topic show --query identity.principalId prints it',
  }),
];
