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

import { ScrapeTarget } from './ScrapeTarget';

/**
 * A primary and a standby that streams from it, each with its exporter.
 *
 * @public
 */
export interface PostgresPair {
  /** Of both, as pods `<name>-0`, the primary, and `<name>-1`. */
  readonly targets: readonly ScrapeTarget[];
  /** From now on no WAL segment can be archived; one waits at once. */
  breakArchive(): Promise<void>;
  stopStandby(): Promise<void>;
  stop(): Promise<void>;
}
