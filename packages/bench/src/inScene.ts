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

import type { Benchmark } from './runBenchmark';

/** A benchmark for which a scene is started, and that ends with it. */
export async function inScene<Scene extends { stop(): Promise<void> }, Output>(
  starting: Promise<Scene>,
  benchmarkOf: (scene: Scene) => Promise<Benchmark<Output>>,
): Promise<Benchmark<Output>> {
  const scene = await starting;
  try {
    const benchmark = await benchmarkOf(scene);
    return {
      ...benchmark,
      async end() {
        await benchmark.end();
        await scene.stop();
      },
    };
  } catch (error) {
    await scene.stop();
    throw error;
  }
}
