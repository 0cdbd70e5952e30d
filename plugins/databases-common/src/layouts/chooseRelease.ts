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

import { HelmReleaseFact } from './readHelmReleases';

/**
 * The HelmRelease of the app in a file that may have others, such as its cache:
 * that of the app's chart, else the one called like it, else the only one.
 */
export function chooseRelease(
  releases: readonly HelmReleaseFact[],
  chart: string,
  name: string,
): HelmReleaseFact | undefined {
  const ofChart = releases.filter(release => release.chart === chart);
  return (
    ofChart.find(release => release.name === name) ??
    ofChart[0] ??
    releases.find(release => release.name === name) ??
    (releases.length === 1 ? releases[0] : undefined)
  );
}
