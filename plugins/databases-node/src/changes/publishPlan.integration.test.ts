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

import { describeWithServers } from '@basewell/testkit';
import {
  Crash,
  Gate,
  PublishScene,
  roles,
} from '../__testUtils__/PublishScene';

jest.setTimeout(240_000);

/** Two commits, two pull requests, and the link in the first one. */
const WRITES = 5;
const hostFailures = Array.from({ length: WRITES }, (_, index) =>
  (['before', 'after'] as const).map(when => ({ write: index + 1, when })),
).flat();

/** The first task stops before one of its writes, the second one goes on until one of its own. */
interface Meeting {
  readonly first: number;
  /** Left out: it comes to its end. */
  readonly second?: number;
}

const meetings = [
  ...[1, 2, 3, 4, 5].map(first => ({
    reason: `the second does everything before write ${first} of the first`,
    first,
  })),
  ...[1, 2, 3, 4].map(second => ({
    reason: `both have seen nothing, and the second stops before write ${second}`,
    first: 1,
    second,
  })),
];

/**
 * Both find a branch that was merged, not deleted, and is wanted anew. It moves
 * with write 3; each case takes seconds, so these are the ones beside it.
 */
const meetingsAtLeftover = [
  { reason: 'the second does everything before the first writes', first: 1 },
  { reason: 'the second does everything before the branch moves', first: 3 },
  { reason: 'the second finds the branch, and opens both', first: 5 },
  {
    reason: 'the second has moved the branch, and has no pull request yet',
    first: 1,
    second: 5,
  },
];

/** Two tasks that do the same; neither writes while it is not its turn. */
function meet(scene: PublishScene, app: string, { first, second }: Meeting) {
  const secondStarts = signal();
  const firstGoesOn = signal();
  const firstEnds = signal();
  const stopAt = (
    write: number | undefined,
    stop: () => Promise<void>,
  ): Gate => {
    let writes = 0;
    return async (method, send) => {
      if (method !== 'GET' && ++writes === write) {
        await stop();
      }
      return send();
    };
  };
  const one = scene
    .publish({
      app,
      gate: stopAt(first, () => {
        secondStarts.give();
        return firstGoesOn.given;
      }),
    })
    .finally(() => {
      secondStarts.give();
      firstEnds.give();
    });
  const two = secondStarts.given
    .then(() =>
      scene.publish({
        app,
        gate: stopAt(second, () => {
          firstGoesOn.give();
          return firstEnds.given;
        }),
      }),
    )
    .finally(() => firstGoesOn.give());
  return [one, two];
}

/** A host that cannot move a branch, and what is done just before request `at` after it said so. */
function withoutMoving(at: number, stop: () => Promise<unknown>): Gate {
  let refused = false;
  let requests = 0;
  return async (method, send) => {
    if (refused && ++requests === at) {
      await stop();
    }
    if (method !== 'PUT') {
      return send();
    }
    refused = true;
    return new Response('{}', { status: 405 });
  };
}

function signal() {
  let give!: () => void;
  const given = new Promise<void>(resolve => {
    give = resolve;
  });
  return { given, give };
}

async function expectBothSucceed(tasks: readonly Promise<unknown>[]) {
  // The reason of a rejection belongs in the report of a failure.
  expect(await Promise.allSettled(tasks)).toMatchObject([
    { status: 'fulfilled' },
    { status: 'fulfilled' },
  ]);
}

describeWithServers('gitea')('publishPlan', () => {
  let scene: PublishScene;
  let apps = 0;
  const newApp = () => `app${++apps}x`;
  const branchOf = (app: string) => `databases/${app}/create`;
  const secretsOf = async (app: string) => {
    const planned = await scene.plan({ app: `${app}q` });
    const paths = planned.plan.files
      .filter(({ kind }) => kind === 'secret')
      .map(({ path }) => path.replaceAll(`${app}q`, app));
    return scene.secrets(branchOf(app), paths);
  };

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterAll(() => scene?.stop());

  /** Leaves both branches merged and not deleted, and takes back what was merged. */
  async function leaveBranches(app: string) {
    await scene.publish({ app });
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(app));
      await scene.merge(role, open!.number);
      const copy = await scene.clone(role);
      await copy.git('checkout', '--quiet', '-B', 'work', 'origin/main');
      await copy.git(
        ...['-c', 'user.name=R', '-c', 'user.email=r@example.test'],
        ...['revert', '--no-edit', '--mainline', '1', 'HEAD'],
      );
      await copy.git('push', '--quiet', 'origin', 'work:main');
      await copy.remove();
    }
  }

  /**
   * Two open pull requests that link to each other, and one password.
   *
   * @param merged - pull requests of each branch that were merged before
   */
  async function expectOneRightState(app: string, merged = 0) {
    const branch = branchOf(app);
    const [platform, web] = await Promise.all(
      roles.map(role => scene.standing(role, branch)),
    );
    for (const { pulls } of [platform, web]) {
      expect(pulls.map(({ state }) => state)).toEqual([
        'open',
        ...Array(merged).fill('merged'),
      ]);
    }
    expect(platform.open).toMatchObject({ draft: false });
    expect(web.open).toMatchObject({ draft: true });
    expect(platform.open!.body).toContain(web.open!.url);
    expect(web.open!.body).toContain(platform.open!.url);

    const secrets = [...(await secretsOf(app)).values()];
    const password = secrets.flatMap(values => values.password ?? []);
    const uri = secrets.flatMap(values => values.DATABASE_URI ?? []);
    expect(password).toHaveLength(1);
    expect(uri).toHaveLength(1);
    expect(new URL(uri[0]).password).toBe(encodeURIComponent(password[0]));
    expect(password[0].length).toBeGreaterThanOrEqual(32);
    return password[0];
  }

  it('opens two linked pull requests, and changes nothing when run again', async () => {
    const app = newApp();
    const first = await scene.publish({ app });
    expect(first.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'created',
      'created',
    ]);
    const password = await expectOneRightState(app);

    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    await expect(expectOneRightState(app)).resolves.toBe(password);
  });

  it('ends in the one right state after a crash at any request', async () => {
    let requests = 0;
    await scene.publish({
      app: newApp(),
      onRequests: count => {
        requests = count;
      },
    });
    expect(requests).toBeGreaterThan(6);

    for (let at = 1; at <= requests; at++) {
      for (const when of ['before', 'after'] as const) {
        const app = newApp();
        const crash: Crash = { at, when };
        await expect(scene.publish({ app, crash })).rejects.toThrow();
        const kept = await scene
          .repository('platform')
          .findBranch(branchOf(app));
        const before = kept && (await secretsOf(app));
        await scene.publish({ app });
        await expectOneRightState(app);
        // Never a second password.
        const after = await secretsOf(app);
        expect(after).toEqual(before ?? after);
      }
    }
  }, 400_000);

  it.each(hostFailures)(
    'ends in the one right state when the host fails at write $write, $when carrying it out',
    async ({ write, when }) => {
      const app = newApp();
      let writes = 0;
      const published = await scene.publish({
        app,
        gate: async (method, send) => {
          if (method === 'GET' || ++writes !== write) {
            return send();
          }
          if (when === 'after') {
            await send();
          }
          return new Response('{}', { status: 500 });
        },
      });
      expect(writes).toBeGreaterThanOrEqual(write);
      expect(published.pullRequests).toHaveLength(2);
      await expectOneRightState(app);
    },
  );

  it('tells the failure of the host when it stays, and what stands', async () => {
    const app = newApp();
    let writes = 0;
    const failed = scene.publish({
      app,
      gate: async (method, send) =>
        method === 'GET' || ++writes < 3
          ? send()
          : new Response('{}', { status: 500 }),
      pause: async () => {},
    });
    await expect(failed).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /pulls\/\d+ stands, the app pull request does not.*: 500\./,
      ),
    });
  });

  it.each(meetings)(
    'ends in the one right state when two tasks meet: $reason',
    async meeting => {
      const app = newApp();
      await expectBothSucceed(meet(scene, app, meeting));
      await expectOneRightState(app);
    },
  );

  it.each(meetingsAtLeftover)(
    'ends in the one right state when two tasks meet at a merged branch: $reason',
    async meeting => {
      const app = newApp();
      await leaveBranches(app);
      await expectBothSucceed(meet(scene, app, meeting));
      await expectOneRightState(app, 1);
    },
  );

  it.each([
    { reason: 'before it has seen that it cannot move the branch', at: 2 },
    { reason: 'before it looks once more, to delete it', at: 3 },
  ])(
    'never deletes the branch of another task where the host cannot move it: $reason',
    async ({ at }) => {
      const app = newApp();
      await leaveBranches(app);
      let met = 0;
      await scene.publish({
        app,
        gate: withoutMoving(at, async () => {
          met++;
          await scene.publish({ app });
        }),
      });
      expect(met).toBe(1);
      await expectOneRightState(app, 1);
    },
  );

  it('makes a merged branch anew where the host cannot move it', async () => {
    const app = newApp();
    await leaveBranches(app);
    await scene.publish({ app, gate: withoutMoving(0, async () => {}) });
    await expectOneRightState(app, 1);
  });

  it('ends in the one right state when two tasks do the same at once', async () => {
    const app = newApp();
    await expectBothSucceed([scene.publish({ app }), scene.publish({ app })]);
    await expectOneRightState(app);
    for (const repo of ['gitops', 'web-core']) {
      const open: any[] = await scene.gitea.api(
        `/repos/owner/${repo}/pulls?state=open`,
      );
      expect(
        open.filter(({ head }) => head.ref === branchOf(app)),
      ).toHaveLength(1);
    }
  });

  it('plans again when the base moves between reading and writing', async () => {
    const app = newApp();
    const copy = await scene.clone('platform');
    let moved = false;
    await scene.publish({
      app,
      afterPlanning: async () => {
        if (!moved) {
          moved = true;
          await copy.push('main', { files: { [`notes/${app}.md`]: 'moved' } });
        }
      },
    });
    await copy.remove();
    await expectOneRightState(app);
  });

  it('can be merged again after the base changed the same lines', async () => {
    const [app, other] = [newApp(), newApp()];
    await scene.publish({ app });
    const before = await secretsOf(app);
    // Both add to the same lists.
    await scene.publish({ app: other });
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(other));
      await scene.merge(role, open!.number);
    }

    const again = await scene.publish({ app });
    expect(again.pullRequests[0]).toMatchObject({ outcome: 'updated' });
    await expectOneRightState(app);
    await expect(secretsOf(app)).resolves.toEqual(before);
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(app));
      await scene.merge(role, open!.number);
    }
  });

  it.each([
    { reason: 'alone on the branch', reviewed: false },
    { reason: 'below a commit of a reviewer', reviewed: true },
  ])(
    'takes back what a smaller request does not have, $reason',
    async ({ reviewed }) => {
      const app = newApp();
      await scene.publish({ app, environments: ['dev', 'prod'] });
      const copy = await scene.clone('platform');
      if (reviewed) {
        await copy.push(branchOf(app), { files: { 'notes.md': 'reviewed' } });
      }
      await scene.publish({ app, environments: ['dev'] });
      await expectOneRightState(app);

      await copy.fetch();
      const { plan } = await scene.plan({ app });
      const diff = await copy.git(
        ...['diff', '--name-only', 'origin/main', `origin/${branchOf(app)}`],
      );
      expect(diff.trim().split('\n').sort()).toEqual(
        [
          ...plan.files
            .filter(
              ({ repository, change }) =>
                repository === 'platform' && change !== 'none',
            )
            .map(({ path }) => path),
          ...(reviewed ? ['notes.md'] : []),
        ].sort(),
      );
      await copy.remove();
    },
  );

  it('refuses a plan that is not the one of the preview', async () => {
    const app = newApp();
    await expect(
      scene.publish({ app, previewDigest: 'another' }),
    ).rejects.toThrow(
      /repositories changed since your preview; review it again/,
    );
    expect(
      await scene.repository('platform').findBranch(branchOf(app)),
    ).toBeUndefined();
  });

  it("keeps a reviewer's commit, and says so", async () => {
    const app = newApp();
    await scene.publish({ app });
    const { plan } = await scene.plan({ app });
    const file = plan.files.find(({ path }) => path.endsWith('cluster.yaml'))!;
    const copy = await scene.clone('platform');
    await copy.push(branchOf(app), {
      files: { [file.path]: 'reviewed: true\n' },
    });

    const again = await scene.publish({ app });
    expect(again.kept).toEqual([file.path]);
    const head = await scene.repository('platform').findBranch(branchOf(app));
    expect((await copy.read(head!.commit, file.path)).toString()).toBe(
      'reviewed: true\n',
    );

    // Another request, which wants of that file what the first one did.
    const larger = await scene.publish({ app, environments: ['dev', 'prod'] });
    expect(larger.kept).toEqual([file.path]);
    // And one that wants something else of it.
    await expect(scene.publish({ app, version: '16' })).rejects.toThrow(
      `Somebody changed ${file.path} on the branch`,
    );
    await copy.remove();
  });

  it("updates the same person's request, and refuses somebody else's", async () => {
    const app = newApp();
    await scene.publish({ app });
    const password = await expectOneRightState(app);
    const larger = await scene.publish({
      app,
      environments: ['dev', 'prod'],
      reason: 'Production as well',
    });
    expect(larger.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'updated',
      'updated',
    ]);
    const secrets = [...(await secretsOf(app)).values()];
    expect(secrets.flatMap(values => values.password ?? [])).toEqual([
      password,
    ]);

    const { open } = await scene.standing('platform', branchOf(app));
    await expect(
      scene.publish({ app, reason: 'Mine', requester: 'user:default/grace' }),
    ).rejects.toThrow(
      `user:default/ada has already asked for a database of ${app} in ${open!.url}`,
    );
  });

  it('finds nothing to do after both were merged, and adds an environment on a branch of its own', async () => {
    const app = newApp();
    await scene.publish({ app });
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(app));
      await scene.merge(role, open!.number);
    }
    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'merged',
      'merged',
    ]);

    const next = await scene.publish({ app, environments: ['dev', 'prod'] });
    expect(next.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'created',
      'created',
    ]);
    const { open } = await scene.standing('platform', `${branchOf(app)}-prod`);
    expect(open).toBeDefined();
  });

  it('completes the app side after the platform side was merged', async () => {
    const app = newApp();
    await scene.publish({ app });
    const { open } = await scene.standing('platform', branchOf(app));
    await scene.merge('platform', open!.number);
    const again = await scene.publish({ app });
    expect(again.pullRequests).toEqual([
      expect.objectContaining({ repository: 'platform', outcome: 'merged' }),
      expect.objectContaining({ repository: 'app', draft: true }),
    ]);
    const web = await scene.standing('app', branchOf(app));
    expect(web.pulls).toHaveLength(1);
  });

  it('opens a new pull request on the same ciphertext after one was closed', async () => {
    const app = newApp();
    await scene.publish({ app });
    const before = await secretsOf(app);
    const { open } = await scene.standing('platform', branchOf(app));
    await scene.repository('platform').closePullRequest(open!.number);
    const again = await scene.publish({ app });
    expect(again.pullRequests[0]).toMatchObject({ outcome: 'created' });
    const { pulls } = await scene.standing('platform', branchOf(app));
    expect(pulls.filter(({ state }) => state === 'open')).toHaveLength(1);
    await expect(secretsOf(app)).resolves.toEqual(before);
  });

  it('says which half is missing when a secret was removed from the branch', async () => {
    const app = newApp();
    await scene.publish({ app });
    const [path] = [...(await secretsOf(app)).keys()];
    const copy = await scene.clone('platform');
    await copy.fetch();
    await copy.git(
      'checkout',
      '--quiet',
      '-B',
      'work',
      `origin/${branchOf(app)}`,
    );
    await copy.git('rm', '--quiet', path);
    await copy.git(
      '-c',
      'user.name=R',
      '-c',
      'user.email=r@example.test',
      'commit',
      '--quiet',
      '-m',
      'Remove',
    );
    await copy.git('push', '--quiet', 'origin', `work:${branchOf(app)}`);
    await copy.remove();
    await expect(scene.publish({ app })).rejects.toThrow(
      /password cannot be read here/,
    );
  });
});
