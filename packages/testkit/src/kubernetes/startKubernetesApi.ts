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

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../processes/freePort';
import { retryTakenPort } from '../processes/retryTakenPort';
import { startSupervisor } from '../processes/startSupervisor';
import { Program, Supervisor } from '../processes/Supervisor';
import { binaries } from '../servers/binaries';
import { KubernetesApi } from './KubernetesApi';
import { KubernetesClient } from './KubernetesClient';
import {
  CustomResourceGroup,
  loadCustomResources,
} from './loadCustomResources';
import { ObjectStore } from './ObjectStore';
import { renderKubeconfig } from './renderKubeconfig';
import { TokenReviewServer } from './TokenReviewServer';

/**
 * A socket in the folder needs no port and no credentials. etcd wants a "port"
 * after every name; here it is a part of the file's name.
 */
const ETCD_SOCKET = 'etcd.sock:0';
const ETCD_URL = `unix://${ETCD_SOCKET}`;

/**
 * Starts etcd and kube-apiserver, in about three seconds (seven with all custom
 * resources). `client`, `token` and `kubeconfig` are those of an administrator.
 *
 * @param options - `crds`: all CustomResourceDefinitions of the family, or some
 *   groups of them; none by default.
 *
 * @public
 */
export async function startKubernetesApi(
  options: { readonly crds?: boolean | readonly CustomResourceGroup[] } = {},
): Promise<KubernetesApi> {
  const { crds = false } = options;
  const api = await retryTakenPort(start);
  try {
    if (crds) {
      await loadCustomResources(api.client, crds === true ? undefined : crds);
    }
    return api;
  } catch (error) {
    await api.stop();
    throw error;
  }
}

async function start(): Promise<KubernetesApi> {
  const supervisor = await startSupervisor();
  const reviews = await TokenReviewServer.start();
  async function stop() {
    reviews.stop();
    await supervisor.stop();
  }
  try {
    const port = await freePort();
    const url = `https://127.0.0.1:${port}`;
    const token = randomBytes(24).toString('hex');
    const apiServer = apiServerProgram(supervisor.folder, port);
    await writeSettings(supervisor.folder, token, reviews);
    await supervisor.start(etcdProgram(supervisor.folder));
    await supervisor.waitUntilReady('etcd', async () =>
      existsSync(join(supervisor.folder, ETCD_SOCKET)),
    );
    const run = async () => {
      await supervisor.start(apiServer);
      await waitUntilServing(supervisor, url, token);
    };
    await run();

    const ca = await readCertificate(supervisor.folder);
    const accessWith = (userToken: string) => ({
      token: userToken,
      kubeconfig: renderKubeconfig({ url, ca, token: userToken }),
      client: new KubernetesClient(url, userToken, ca),
    });
    const store = new ObjectStore(join(supervisor.folder, ETCD_SOCKET));
    const administrator = accessWith(token);
    return {
      ...administrator,
      async fill(objects) {
        const keyed = objects.map(
          async object =>
            [await administrator.client.storageKey(object), object] as const,
        );
        await store.put(new Map(await Promise.all(keyed)));
      },
      url,
      ca,
      addUser: user => accessWith(reviews.add(user)),
      removeUser: userToken => reviews.remove(userToken),
      kill: () => supervisor.kill(apiServer.name),
      async restart() {
        await supervisor.kill(apiServer.name);
        await run();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function writeSettings(
  folder: string,
  token: string,
  reviews: TokenReviewServer,
): Promise<void> {
  // Signs service account tokens; the API server does not start without one.
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await Promise.all([
    writeFile(join(folder, 'service-accounts.pem'), privateKey),
    writeFile(
      join(folder, 'tokens.csv'),
      `${token},admin,admin,system:masters\n`,
    ),
    writeFile(join(folder, 'token-review.yaml'), reviews.kubeconfig),
  ]);
}

function etcdProgram(folder: string): Program {
  return {
    name: 'etcd',
    command: binaries.etcd,
    cwd: folder,
    env: {},
    args: [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${ETCD_URL}`,
      `--advertise-client-urls=${ETCD_URL}`,
      '--listen-peer-urls=http://127.0.0.1:0',
      '--log-level=warn',
      // The data need not survive the machine.
      '--unsafe-no-fsync',
    ],
  };
}

function apiServerProgram(folder: string, port: number): Program {
  return {
    name: 'kube-apiserver',
    command: binaries['kube-apiserver'],
    cwd: folder,
    // A sixth of its start, for 100 MB.
    env: { GOGC: '400' },
    args: [
      `--etcd-servers=${ETCD_URL}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${folder}`,
      '--authorization-mode=RBAC',
      '--token-auth-file=tokens.csv',
      '--authentication-token-webhook-config-file=token-review.yaml',
      '--authentication-token-webhook-version=v1',
      '--authentication-token-webhook-cache-ttl=1s',
      // It would wait for a controller that gives each namespace an account.
      '--disable-admission-plugins=ServiceAccount',
      '--service-account-issuer=https://kubernetes.default.svc',
      '--service-account-key-file=service-accounts.pem',
      '--service-account-signing-key-file=service-accounts.pem',
      '--service-cluster-ip-range=10.0.0.0/24',
      '--endpoint-reconciler-type=none',
    ],
  };
}

async function waitUntilServing(
  supervisor: Supervisor,
  url: string,
  token: string,
): Promise<void> {
  await supervisor.waitUntilReady('kube-apiserver', async () => {
    const ca = await readCertificate(supervisor.folder);
    const client = new KubernetesClient(url, token, ca);
    await client.request('GET', '/readyz');
    // Made by the server itself, a moment after it is ready.
    await client.get({ apiVersion: 'v1', kind: 'Namespace', name: 'default' });
    return true;
  });
}

/** The server signs its own certificate at its first start. */
function readCertificate(folder: string): Promise<string> {
  return readFile(join(folder, 'apiserver.crt'), 'utf8');
}
