import { STATE } from './cases/state';
import { describeGoldens } from './describe-goldens';

describeGoldens('what Terraform knows', STATE);
