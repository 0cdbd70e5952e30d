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

import { ConfigReader } from '@backstage/config';
import { readMetricsSettings } from './readMetricsSettings';

const prod = {
  kubernetesCluster: 'prod',
  url: 'https://prometheus.example.org/',
};

function read(...metrics: readonly object[]) {
  return readMetricsSettings(
    new ConfigReader({ databases: { metrics } } as any),
  );
}

describe('readMetricsSettings', () => {
  it('is empty without a configuration', () => {
    expect(readMetricsSettings(new ConfigReader({}))).toEqual({
      endpoints: [],
      problems: [],
    });
  });

  it.each([
    { reason: 'no login', auth: undefined, login: { method: 'none' } },
    {
      reason: 'a token',
      auth: { token: 'test-token' },
      login: { method: 'token', token: 'test-token' },
    },
    {
      reason: 'a token of a file',
      auth: { tokenFile: '/token' },
      login: { method: 'tokenFile', tokenFile: '/token' },
    },
    {
      reason: 'a user',
      auth: { username: 'portal', password: 'test-password' },
      login: {
        method: 'password',
        username: 'portal',
        password: 'test-password',
      },
    },
  ])('reads $reason', ({ auth, login }) => {
    expect(read({ ...prod, ...(auth && { auth }) })).toEqual({
      endpoints: [
        {
          kubernetesCluster: 'prod',
          url: 'https://prometheus.example.org',
          labels: {},
          interval: 60_000,
          login,
        },
      ],
      problems: [],
    });
  });

  it('reads what a shared endpoint needs', () => {
    const { endpoints } = read({
      ...prod,
      url: 'http://mimir.example.org:8080/prometheus/',
      labels: { cluster: 'prod-eu' },
      tenant: 'platform',
      interval: '30s',
    });
    expect(endpoints).toEqual([
      expect.objectContaining({
        url: 'http://mimir.example.org:8080/prometheus',
        labels: { cluster: 'prod-eu' },
        tenant: 'platform',
        interval: 30_000,
      }),
    ]);
  });

  it.each([
    {
      reason: 'a Pushgateway',
      backups: { size: 'backup_size_bytes' },
      names: {
        size: 'backup_size_bytes',
        time: 'push_time_seconds',
        label: 'job',
      },
    },
    {
      reason: 'an exporter',
      backups: {
        size: 'dump:bytes',
        time: 'dump_written_at',
        label: 'cronjob',
      },
      names: { size: 'dump:bytes', time: 'dump_written_at', label: 'cronjob' },
    },
  ])('reads how $reason calls the sizes of backups', ({ backups, names }) => {
    expect(read({ ...prod, backups }).endpoints).toEqual([
      expect.objectContaining({ backups: names }),
    ]);
  });

  it.each([
    {
      reason: 'sizes without a metric',
      entry: { ...prod, backups: { label: 'job' } },
      message: /^databases\.metrics\[0\]\.backups\.size: write the name/,
    },
    {
      reason: 'a question in place of a metric',
      entry: { ...prod, backups: { size: 'up or vector(1)' } },
      message: /^databases\.metrics\[0\]\.backups\.size: /,
    },
    {
      reason: 'a time that is no metric',
      entry: { ...prod, backups: { size: 'a', time: 'time()' } },
      message: /^databases\.metrics\[0\]\.backups\.time: /,
    },
    {
      reason: 'a label that is none',
      entry: { ...prod, backups: { size: 'a', label: 'job) (b' } },
      message: /^databases\.metrics\[0\]\.backups\.label: /,
    },
    {
      reason: 'an address with a password',
      entry: { ...prod, url: 'https://portal:test-password@example.org' },
      message: /^databases\.metrics\[0\]\.url: write an address/,
    },
    {
      reason: 'an address that is none',
      entry: { ...prod, url: 'prometheus' },
      message: /^databases\.metrics\[0\]\.url: /,
    },
    {
      reason: 'no address',
      entry: { kubernetesCluster: 'prod' },
      message: /databases\.metrics\[0\]\.url/,
    },
    {
      reason: 'no Kubernetes cluster',
      entry: { url: prod.url },
      message: /databases\.metrics\[0\]\.kubernetesCluster/,
      name: '0',
    },
    {
      reason: 'an interval longer than readings count',
      entry: { ...prod, interval: '10m' },
      message: /^databases\.metrics\[0\]\.interval: write a duration from 10s/,
    },
    {
      reason: 'labels that are no labels',
      entry: { ...prod, labels: { 'app.kubernetes.io/name': 'x' } },
      message: /^databases\.metrics\[0\]\.labels: /,
    },
    {
      reason: 'a namespace among the labels',
      entry: { ...prod, labels: { namespace: 'databases' } },
      message: /^databases\.metrics\[0\]\.labels: .*added by itself/,
    },
    {
      reason: 'labels in a list',
      entry: { ...prod, labels: ['cluster'] },
      message: /^databases\.metrics\[0\]\.labels: /,
    },
    {
      reason: 'two logins',
      entry: { ...prod, auth: { token: 'test-token', tokenFile: '/token' } },
      message: /^databases\.metrics\[0\]\.auth: choose one/,
    },
    {
      reason: 'a user without a password',
      entry: { ...prod, auth: { username: 'portal' } },
      message: /databases\.metrics\[0\]\.auth\.password/,
    },
  ])('names what is wrong: $reason', ({ entry, message, name = 'prod' }) => {
    const { endpoints, problems } = read(entry, {
      ...prod,
      kubernetesCluster: 'north',
    });
    expect(endpoints).toHaveLength(1);
    expect(problems).toEqual([
      { kubernetesCluster: name, message: expect.stringMatching(message) },
    ]);
    expect(problems[0].message).not.toMatch(/test-(token|password)/);
  });

  it('takes one endpoint for each Kubernetes cluster', () => {
    const { endpoints, problems } = read(prod, prod);
    expect(endpoints).toHaveLength(1);
    expect(problems[0].message).toMatch(
      /^databases\.metrics\[1\]\.kubernetesCluster: "prod" has an endpoint/,
    );
  });
});
