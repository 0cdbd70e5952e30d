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

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '../processes/freePort';
import { retryTakenPort } from '../processes/retryTakenPort';
import { startSupervisor } from '../processes/startSupervisor';
import { programPath } from '../servers/packagedPrograms';
import { ScrapeTarget } from './ScrapeTarget';

/** @public */
export interface PrometheusServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a Prometheus that scrapes the targets every second, in about a second.
 *
 * @public
 */
export async function startPrometheus(
  targets: readonly ScrapeTarget[],
): Promise<PrometheusServer> {
  return await retryTakenPort(async () => {
    const supervisor = await startSupervisor();
    try {
      const port = await freePort();
      const config = join(supervisor.folder, 'prometheus.yml');
      await writeFile(config, stringify(configOf(targets)));
      await supervisor.start({
        name: 'prometheus',
        command: programPath('prometheus'),
        args: [
          `--config.file=${config}`,
          `--storage.tsdb.path=${join(supervisor.folder, 'data')}`,
          `--web.listen-address=127.0.0.1:${port}`,
        ],
        env: {},
      });
      const url = `http://127.0.0.1:${port}`;
      await supervisor.waitUntilReady('prometheus', async () => {
        const { ok } = await fetch(`${url}/-/ready`);
        return ok;
      });
      return { url, stop: () => supervisor.stop() };
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
  });
}

function configOf(targets: readonly ScrapeTarget[]): object {
  return {
    global: { scrape_interval: '1s', scrape_timeout: '1s' },
    scrape_configs: [
      {
        job_name: 'databases',
        static_configs: targets.map(({ address, labels }) => ({
          targets: [address],
          labels,
        })),
      },
    ],
  };
}
