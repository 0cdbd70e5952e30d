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

import { Writable } from 'node:stream';
import {
  createBackendModule,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import {
  DatabasePlanner,
  databasePlannerServiceRef,
} from '@basewell/plugin-databases-node';
import databasesModule from '..';

/** The service of the examples, as the catalog has it after processing. */
const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'website', lifecycle: 'production', owner: 'team-shop' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
};

/** One run of the action: what it is given. */
export interface ActionRun {
  /** Id of another action than the one that creates. */
  readonly action?: string;
  readonly input: JsonObject;
  readonly secrets?: Record<string, string>;
  readonly isDryRun?: boolean;
  readonly signal?: AbortSignal;
  /** Told every line as it is logged. */
  readonly onLog?: (line: string) => void;
}

/** And what came of it. */
export interface ActionResult {
  readonly error: Error | undefined;
  readonly outputs: Readonly<Record<string, any>>;
  readonly log: string;
  /** Keys and results, as JSON. */
  readonly checkpoints: string;
  /** Where a step may leave files: the workspace and its temporary folders. */
  readonly workspace: string;
}

/**
 * The module in a backend. The forges, the planner and the sealing are the real
 * ones; the catalog and the permissions say what the test wants.
 */
export class ActionScene {
  readonly action: TemplateAction<any, any, any>;
  readonly planner: DatabasePlanner;
  readonly #actions: readonly TemplateAction<any, any, any>[];
  readonly #stop: () => Promise<void>;
  readonly #directory = createMockDirectory();

  private constructor(
    actions: readonly TemplateAction<any, any, any>[],
    planner: DatabasePlanner,
    stop: () => Promise<void>,
  ) {
    [this.action] = actions;
    this.#actions = actions;
    this.planner = planner;
    this.#stop = stop;
  }

  static async start(
    config: JsonObject,
    permission:
      AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ): Promise<ActionScene> {
    let planner: DatabasePlanner | undefined;
    const actions: TemplateAction<any, any, any>[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          { addActions: (...added) => void actions.push(...added) },
        ],
      ],
      features: [
        databasesModule,
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'planner-of-the-test',
          register(reg) {
            reg.registerInit({
              deps: { planner: databasePlannerServiceRef },
              async init(deps) {
                planner = deps.planner;
              },
            });
          },
        }),
        mockServices.rootConfig.factory({ data: config }),
        mockServices.permissions.factory({ result: permission }),
        catalogServiceMock.factory({ entities: [shop] }),
      ],
    });
    return new ActionScene(actions, planner!, () => backend.stop());
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  async run(run: ActionRun): Promise<ActionResult> {
    const outputs: Record<string, any> = {};
    const checkpoints: string[] = [];
    const lines: string[] = [];
    const log = (...words: unknown[]) => {
      const line = words
        .map(word => (typeof word === 'string' ? word : JSON.stringify(word)))
        .join(' ');
      lines.push(line);
      run.onLog?.(line);
    };
    const logger: LoggerService = {
      debug: log,
      info: log,
      warn: log,
      error: log,
      child: () => logger,
    };
    const workspace = this.#directory.path;
    const action = this.#actions.find(({ id }) => id === run.action);
    const error = await (action ?? this.action)
      .handler({
        ...createMockActionContext({
          input: run.input,
          secrets: run.secrets,
          workspacePath: workspace,
          task: { id: 'task-1' },
        }),
        logger,
        logStream: new Writable({
          write(chunk, _encoding, done) {
            log(String(chunk));
            done();
          },
        }),
        output(name: string, value: any) {
          outputs[name] = value;
        },
        async checkpoint({ key, fn }: any) {
          const result = await fn();
          checkpoints.push(JSON.stringify({ key, result }));
          return result;
        },
        isDryRun: run.isDryRun,
        signal: run.signal,
      } as any)
      .then(
        () => undefined,
        (thrown: Error) => thrown,
      );
    return {
      error,
      outputs,
      log: lines.join('\n'),
      checkpoints: checkpoints.join('\n'),
      workspace,
    };
  }
}
