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
  branchOf,
  Gate,
  PublishScene,
  roles,
} from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';

jest.setTimeout(240_000);

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

describeWithServers('gitea')('publishPlan, when tasks meet', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterEach(() => scene.closeAll());
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

  it.each(meetings)(
    'ends in the one right state when two tasks meet: $reason',
    async meeting => {
      const app = scene.newApp();
      await expectBothSucceed(meet(scene, app, meeting));
      await expectOneRightState(scene, app);
    },
  );

  it.each(meetingsAtLeftover)(
    'ends in the one right state when two tasks meet at a merged branch: $reason',
    async meeting => {
      const app = scene.newApp();
      await leaveBranches(app);
      await expectBothSucceed(meet(scene, app, meeting));
      await expectOneRightState(scene, app, 1);
    },
  );

  it.each([
    { reason: 'before it has seen that it cannot move the branch', at: 2 },
    { reason: 'before it looks once more, to delete it', at: 3 },
  ])(
    'never deletes the branch of another task where the host cannot move it: $reason',
    async ({ at }) => {
      const app = scene.newApp();
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
      await expectOneRightState(scene, app, 1);
    },
  );

  it('makes a merged branch anew where the host cannot move it', async () => {
    const app = scene.newApp();
    await leaveBranches(app);
    await scene.publish({ app, gate: withoutMoving(0, async () => {}) });
    await expectOneRightState(scene, app, 1);
  });

  it('ends in the one right state when two tasks do the same at once', async () => {
    const app = scene.newApp();
    await expectBothSucceed([scene.publish({ app }), scene.publish({ app })]);
    await expectOneRightState(scene, app);
    for (const role of roles) {
      const open = await scene.house.open(role);
      expect(
        open.filter(({ branch }) => branch === branchOf(app)),
      ).toHaveLength(1);
    }
  });
});
