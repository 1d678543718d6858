import { readMarketEnvironment } from '../src/newsroom/agenda/market-environment';
import { readCorrectionSettings } from '../src/newsroom/corrections/corrections-environment';
import { readRulesEnvironment } from '../src/newsroom/rules/rules-environment';
import { readScheduleEnvironment } from '../src/newsroom/schedule/schedule-environment';
import { readSiteEnvironment } from '../src/newsroom/site-environment';

export default () => ({
  rules: readRulesEnvironment(process.env),
  corrections: readCorrectionSettings(process.env),
  schedule: readScheduleEnvironment(process.env),
  market: readMarketEnvironment(process.env),
  site: readSiteEnvironment(process.env),
});
