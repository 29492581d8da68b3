import { setUp } from './setup';
import { BlobTriggeredPipeline } from '../../lib/logic-apps';
import { BlobReference } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Template } from '../../lib/testing';
test('x', () => {
  const s = setUp();
  new BlobTriggeredPipeline(s.stack, 'OnNewData', { pipeline: s.v2, container: s.container, path: 'incoming', assign: { raw: BlobReference.triggeringBlob() } });
  console.log(JSON.stringify(Template.fromStack(s.stack).toJson(), null, 1));
});
