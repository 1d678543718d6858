import { PLUGIN_ID } from '../plugin-id';
import { descriptor } from '../text/use-text';

/** The checkbox in a content type's advanced settings that switches the plugin on for it. */
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
