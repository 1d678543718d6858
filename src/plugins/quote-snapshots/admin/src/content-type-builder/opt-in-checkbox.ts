import { PLUGIN_ID } from '../plugin-id';
import { descriptor } from '../text/use-text';

/** The checkbox in the advanced settings of a content type that opts it in. */
export const optInCheckbox = {
  form: {
    advanced: () => [
      {
        name: `pluginOptions.${PLUGIN_ID}.enabled`,
        type: 'checkbox',
        intlLabel: descriptor('builder.attach'),
        description: descriptor('builder.attachHint'),
      },
    ],
  },
};
