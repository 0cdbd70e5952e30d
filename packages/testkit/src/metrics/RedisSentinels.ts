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
 * A Redis with two replicas and three Sentinels, each with its exporter.
 *
 * @public
 */
export interface RedisSentinels {
  /** Pods `<name>-node-0`, the master at first, to `-2`, and `<name>-sentinel-0` to `-2`. */
  readonly targets: readonly ScrapeTarget[];
  /** Ends two Sentinels: the third has no quorum any more. */
  killTwoSentinels(): Promise<void>;
  killMaster(): Promise<void>;
  stop(): Promise<void>;
}
