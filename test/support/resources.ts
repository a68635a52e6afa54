import { join } from 'node:path';

/** The `resources` folder of this checkout, as an environment carries it. */
export const resources = join(import.meta.dirname, '..', '..', 'resources');
