/** The S3-compatible server of this test run, started once by Jest. */
export function testS3(): { endpoint: string; accessKey: string; secretKey: string } {
  const given = process.env['MOTCUA_TEST_S3'];
  if (given === undefined) throw new Error('The project s3 starts its server itself: npm run test:s3');
  return JSON.parse(given) as { endpoint: string; accessKey: string; secretKey: string };
}
