import { errors } from '@strapi/utils';
import { parseInstrument, type Instrument } from '../instruments/instrument';

/** @param text `XNAS:MSFT` @throws ValidationError that says what is wrong */
export const requestedInstrument = (text: string): Instrument => {
  try {
    return parseInstrument(text);
  } catch (error) {
    throw new errors.ValidationError(error instanceof Error ? error.message : String(error));
  }
};
