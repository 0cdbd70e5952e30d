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

import { forkSource } from '../processes/forkSource';
import type { ReadingAccess } from './ClusterReading';
import type { ReadingReport } from './ReadingReport';

/** A process that has read everything once. */
export interface Reading {
  readonly first: ReadingReport;
  report(): Promise<ReadingReport>;
  stop(): Promise<void>;
}

/** @param name - one of `readings` */
export async function startReading(
  name: string,
  { kubeconfig, portal }: ReadingAccess,
): Promise<Reading> {
  const source = forkSource('reading/readingProcess.ts', [
    name,
    JSON.stringify({ kubeconfig, portal }),
  ]);
  const next = (): Promise<ReadingReport> =>
    source.message(message => message?.synced !== undefined);
  return {
    first: await next(),
    report() {
      const answer = next();
      source.process.send('report');
      return answer;
    },
    stop: source.stop,
  };
}
