module.exports = require('../../scripts/lint/packageConfig')(__dirname, {
  overrides: [
    {
      // These run the real sops, which no browser does.
      files: ['src/__testUtils__/*.ts', 'src/*.integration.test.ts'],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
  ],
});
