import type { Settings } from './desk.ts';

/** The settings of a desk on which nothing was set yet. */
export const defaultSettings: Settings = {
  reviewer: { name: '', role: '承办人' },
  organ: '',
  theme: 'system',
  paperSize: 17,
  store: '',
  layout: {},
};
