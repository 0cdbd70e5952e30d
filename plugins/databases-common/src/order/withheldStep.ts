/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { RequestStep } from '../api';
import { orderStep } from './orderStep';

/**
 * A step for somebody who may not see the database that it is about: how far it
 * is, which the commit status tells anyway, and no more.
 *
 * @public
 */
export function withheldStep({
  id,
  environment,
  state,
  turn,
}: RequestStep): RequestStep {
  return orderStep(
    'order.database.withheld',
    {},
    {
      id,
      state,
      ...(environment !== undefined && { environment }),
      ...(turn && { turn }),
    },
  );
}
