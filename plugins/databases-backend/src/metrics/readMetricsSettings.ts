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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  BackupMetricNames,
  parseDuration,
} from '@basewell/plugin-databases-common/domain';
import { MetricsLogin, MetricsSettings } from './MetricsSettings';

const DEFAULT_INTERVAL = '1m';
/** Seconds: more often than it is scraped there is nothing new. */
const SHORTEST = 10;
/** Seconds: readings that are older than five minutes count as not known. */
const LONGEST = 2 * 60;
/** What a Pushgateway says of each job that pushes to it. */
const PUSHED_AT = 'push_time_seconds';

/** What the configuration says; what is wrong with one entry leaves the others alone. */
export interface ConfiguredMetrics {
  readonly endpoints: readonly MetricsSettings[];
  readonly problems: readonly {
    readonly kubernetesCluster: string;
    readonly message: string;
  }[];
}

/**
 * `databases.metrics`:
 *
 * ```yaml
 * - kubernetesCluster: prod
 *   url: https://prometheus.example.org
 *   auth: { token: ${PROMETHEUS_TOKEN} }
 * ```
 *
 * Messages begin with the path in the configuration.
 */
export function readMetricsSettings(config: Config): ConfiguredMetrics {
  const path = 'databases.metrics';
  const endpoints: MetricsSettings[] = [];
  const problems: { kubernetesCluster: string; message: string }[] = [];
  (config.getOptionalConfigArray(path) ?? []).forEach((entry, index) => {
    const where = `${path}[${index}]`;
    const name = entry.getOptional('kubernetesCluster');
    try {
      const endpoint = readEndpoint(entry, where);
      const { kubernetesCluster } = endpoint;
      if (
        endpoints.some(other => other.kubernetesCluster === kubernetesCluster)
      ) {
        throw new InputError(
          `${where}.kubernetesCluster: "${kubernetesCluster}" has an endpoint already; one that has the metrics of all its databases is enough`,
        );
      }
      endpoints.push(endpoint);
    } catch (error) {
      problems.push({
        kubernetesCluster:
          typeof name === 'string' && name ? name : String(index),
        message: (error as Error).message,
      });
    }
  });
  return { endpoints, problems };
}

function readEndpoint(config: Config, where: string): MetricsSettings {
  const tenant = config.getOptionalString('tenant');
  const backups = config.getOptionalConfig('backups');
  return {
    kubernetesCluster: config.getString('kubernetesCluster'),
    url: address(config.getString('url'), `${where}.url`),
    labels: readLabels(config.getOptional('labels'), `${where}.labels`),
    ...(tenant && { tenant }),
    interval: readInterval(
      config.getOptionalString('interval'),
      `${where}.interval`,
    ),
    ...(backups && { backups: readBackups(backups, `${where}.backups`) }),
    login: readLogin(config.getOptionalConfig('auth'), `${where}.auth`),
  };
}

function readInterval(text: string = DEFAULT_INTERVAL, where: string): number {
  const seconds = parseDuration(text);
  if (seconds === undefined || seconds < SHORTEST || seconds > LONGEST) {
    throw new InputError(`${where}: write a duration from 10s to 2m`);
  }
  return seconds * 1000;
}

function readLabels(value: unknown, where: string): MetricsSettings['labels'] {
  const labels = value ?? {};
  const isMap = typeof labels === 'object' && !Array.isArray(labels);
  const entries = isMap ? Object.entries(labels) : [];
  if (
    !isMap ||
    !entries.every(
      ([name, text]) =>
        /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) &&
        name !== 'namespace' &&
        typeof text === 'string',
    )
  ) {
    throw new InputError(
      `${where}: write labels of Prometheus with their values, such as { cluster: prod }; the namespace is added by itself`,
    );
  }
  return Object.fromEntries(entries);
}

/** They become a part of questions: nothing but names may. */
function readBackups(config: Config, where: string): BackupMetricNames {
  const metric = (key: 'size' | 'time', otherwise?: string) => {
    const name = config.getOptionalString(key) ?? otherwise;
    if (!name || !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)) {
      throw new InputError(
        `${where}.${key}: write the name of a metric, such as backup_size_bytes`,
      );
    }
    return name;
  };
  const label = config.getOptionalString('label') ?? 'job';
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
    throw new InputError(
      `${where}.label: write the name of the label that has the name of the CronJob or Job, such as job`,
    );
  }
  return { size: metric('size'), time: metric('time', PUSHED_AT), label };
}

function readLogin(config: Config | undefined, where: string): MetricsLogin {
  const token = config?.getOptionalString('token');
  const tokenFile = config?.getOptionalString('tokenFile');
  const username = config?.getOptionalString('username');
  if ([token, tokenFile, username].filter(Boolean).length > 1) {
    throw new InputError(
      `${where}: choose one of token, tokenFile, and username with password`,
    );
  }
  if (token) {
    return { method: 'token', token };
  }
  if (tokenFile) {
    return { method: 'tokenFile', tokenFile };
  }
  return config && username
    ? { method: 'password', username, password: config.getString('password') }
    : { method: 'none' };
}

function address(text: string, where: string): string {
  try {
    const { protocol, origin, pathname, username, search, hash } = new URL(
      text,
    );
    if (/^https?:$/.test(protocol) && !username && !search && !hash) {
      return `${origin}${pathname.replace(/\/+$/, '')}`;
    }
  } catch {
    // Said below.
  }
  // Not quoted: an address may have a password in it.
  throw new InputError(
    `${where}: write an address such as https://prometheus.example.org, without user and query`,
  );
}
