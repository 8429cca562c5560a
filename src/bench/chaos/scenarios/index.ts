/** Everything that goes wrong. */

import type { Scenario } from '../scenario.ts';
import { GATEWAY_SCENARIOS } from './gateway.ts';
import { REST_SCENARIOS } from './rest.ts';

export const SCENARIOS: readonly Scenario[] = [...GATEWAY_SCENARIOS, ...REST_SCENARIOS];
