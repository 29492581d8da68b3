import { RUNS } from './cases/runs';
import { describeGoldens } from './describe-goldens';

describeGoldens('what runs', RUNS);
