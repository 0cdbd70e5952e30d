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

/**
 * Benchmarks with their peers and limits.
 *
 * @packageDocumentation
 */

export { brokenWatch } from './brokenWatch';
export { catalogIngestion } from './catalogIngestion';
export { changeLatency } from './changeLatency';
export { editValuesBenchmark } from './editValuesBenchmark';
export { entityPage } from './entityPage';
export { failureIsolation } from './failureIsolation';
export { firstSync } from './firstSync';
export { fleetPage } from './fleetPage';
export { frontendSize } from './frontendSize';
export { hostedPullRequests } from './hostedPullRequests';
export { inScene } from './inScene';
export { judging } from './judging';
export { KubernetesScene } from './observed/KubernetesScene';
export { planCommand } from './planCommand';
export { PortalScene } from './portal/PortalScene';
export { pullRequests } from './pullRequests';
export { runBenchmark } from './runBenchmark';
export type { Benchmark, Result, Variant } from './runBenchmark';
export { sealing } from './sealing';
export { steadyWatch } from './steadyWatch';
