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

import { InChartOptions } from '../model';
import { NamingTarget } from './NamingTarget';

/**
 * How names are made where the chart of the app brings the database: it is in
 * the app's namespace, and called as the chart wants it.
 *
 * @public
 */
export function namingInChart(
  target: NamingTarget,
  { cluster, service, secret }: Omit<InChartOptions, 'environments' | 'values'>,
): NamingTarget {
  return {
    ...target,
    names: {
      ...target.names,
      cluster,
      databasesNamespace: '{appNamespace}',
      bootstrapSecret: secret,
    },
    sharedBootstrapSecret: false,
    generatedBootstrapSecret: false,
    writerService: service,
  };
}
