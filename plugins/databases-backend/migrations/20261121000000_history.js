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

// @ts-check

/**
 * What Kubernetes forgets, and what was said before. Instants are UTC ISO text:
 * it sorts as time does, and is the same in SQLite and PostgreSQL.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('memory', table => {
    table.comment('Values that were seen, and since when');
    table.text('database').notNullable();
    table.string('key').notNullable();
    table.text('value').notNullable();
    table.string('since', 24).notNullable();
    table.text('previous_value');
    table.string('previous_until', 24);
    table.primary(['database', 'key']);
  });
  await knex.schema.createTable('last_known', table => {
    table.comment('The last state of each lane that any replica saw');
    table.text('database').notNullable();
    table.string('lane').notNullable();
    table.text('kubernetes_cluster').notNullable();
    table.string('state').notNullable();
    table.string('at', 24).notNullable();
    table.primary(['database', 'lane']);
  });
  await knex.schema.createTable('transitions', table => {
    table.comment('Changes of state, for 90 days');
    table.text('database').notNullable();
    table.string('lane').notNullable();
    table.string('from');
    table.string('to').notNullable();
    table.string('at', 24).notNullable();
    table
      .string('deciding', 40)
      .notNullable()
      .comment(
        'Minute and resource version that it was seen at: replicas agree',
      );
    table.text('rule');
    table.text('summary').notNullable();
    table.primary(['database', 'lane', 'to', 'deciding']);
    table.index(['database', 'at']);
    table.index(['at']);
  });
  await knex.schema.createTable('notified', table => {
    table.comment('What owners were told last');
    table.text('database').primary();
    table.string('topic').notNullable();
    table.text('recipient').notNullable();
    table.string('at', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notified');
  await knex.schema.dropTable('transitions');
  await knex.schema.dropTable('last_known');
  await knex.schema.dropTable('memory');
};
