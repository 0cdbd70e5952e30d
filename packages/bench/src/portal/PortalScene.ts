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

import { JsonObject } from '@backstage/types';
import { KubernetesApi } from '@basewell/testkit';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWellAt } from '../observed/clusterObject';
import { KubernetesScene } from '../observed/KubernetesScene';
import { Tunnel } from '../observed/Tunnel';
import { Portal } from './Portal';
import { startPortal } from './startPortal';

/** As a portal without our plugin would show databases. */
export const customResources = ['clusters', 'scheduledbackups', 'backups'].map(
  plural => ({
    group: 'postgresql.cnpg.io',
    apiVersion: 'v1',
    plural,
  }),
);

export interface PortalSceneOptions {
  /** In each Kubernetes cluster. */
  readonly databases: number;
  /** All of them are one API server behind as many tunnels. */
  readonly kubernetesClusters: number;
}

/** A portal, and what it looks at. */
export class PortalScene {
  readonly kubernetes: KubernetesScene;
  readonly tunnels: readonly Tunnel[];
  readonly portal: Portal;

  private constructor(
    kubernetes: KubernetesScene,
    tunnels: readonly Tunnel[],
    portal: Portal,
  ) {
    this.kubernetes = kubernetes;
    this.tunnels = tunnels;
    this.portal = portal;
  }

  get api(): KubernetesApi {
    return this.kubernetes.api;
  }

  /** In each Kubernetes cluster. */
  get databases(): number {
    return this.kubernetes.databases;
  }

  /** Resolves when the portal has seen everything. */
  static async start(options: PortalSceneOptions): Promise<PortalScene> {
    const { databases, kubernetesClusters } = options;
    const kubernetes = await KubernetesScene.start(databases);
    const { api } = kubernetes;
    const tunnels = await Promise.all(
      Array.from({ length: kubernetesClusters }, () => Tunnel.start(api.url)),
    );
    const portal = await startPortal({
      kubernetes: kubernetesConfig(api, tunnels),
      components: Math.min(databases, 200),
    });
    const scene = new PortalScene(kubernetes, tunnels, portal);
    try {
      await scene.#settle();
      return scene;
    } catch (error) {
      await scene.stop();
      throw error;
    }
  }

  async #settle(): Promise<void> {
    const kubernetesClusters = this.tunnels.length;
    await this.until(
      '/databases/coverage',
      ({ kubernetesClusters: seen }) =>
        seen.length === kubernetesClusters &&
        seen.every(({ kinds }: any) =>
          kinds.every(({ state }: any) => ['synced', 'absent'].includes(state)),
        ),
    );
    await this.until(
      '/databases/databases?limit=1',
      ({ total, counts }) =>
        total === this.databases * kubernetesClusters &&
        counts.health?.healthy === this.well &&
        counts.backup?.unknown === undefined,
    );
  }

  /** Asks until the answer is as it should be. */
  async until(
    path: string,
    isSo: (body: any) => boolean,
    pause = 50,
  ): Promise<void> {
    const began = performance.now();
    for (;;) {
      const { body } = await this.portal.ask(path);
      if (isSo(body)) {
        return;
      }
      if (performance.now() - began > 600_000) {
        throw new Error(
          `${path} does not become right:\n${JSON.stringify(body).slice(0, 2000)}`,
        );
      }
      await sleep(pause);
    }
  }

  /** How many databases are well. */
  get well(): number {
    const indices = Array.from({ length: this.databases }, (_, index) => index);
    return indices.filter(isWellAt).length * this.tunnels.length;
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    this.tunnels.forEach(tunnel => tunnel.stop());
    await this.kubernetes.stop();
  }
}

function kubernetesConfig(
  { ca, token }: KubernetesApi,
  tunnels: readonly Tunnel[],
): JsonObject {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    customResources: customResources.map(resource => ({ ...resource })),
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: tunnels.map(({ url }, index) => ({
          name: `k${index}`,
          url,
          caData: Buffer.from(ca).toString('base64'),
          authProvider: 'serviceAccount',
          serviceAccountToken: token,
        })),
      },
    ],
  };
}
