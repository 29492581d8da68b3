import { STAKES } from './cases/stakes';
import { describeGoldens } from './describe-goldens';

describeGoldens('what is at stake', STAKES);
