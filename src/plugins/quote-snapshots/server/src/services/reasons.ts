import type { ReasonsService } from '../api';
import { wordReason } from '../reasons/word-reason';

export default (): ReasonsService => ({ inWords: wordReason });
