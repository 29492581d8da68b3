import { CREATIONS } from './cases/creations';
import { describeGoldens } from './describe-goldens';

describeGoldens('every example, made from nothing', CREATIONS);
