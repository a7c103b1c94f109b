/** Asks the running server's development issuer for an access token. @throws Error with a sentence that says what to do */
export async function requestToken(server: string, form: Readonly<Record<string, string>>): Promise<string> {
  let response: Response;
  try {
    response = await fetch(`${server}/issuer/token`, { method: 'POST', body: new URLSearchParams(form) });
  } catch (error) {
    throw new Error(`No motcua answers at ${server}. Start it with "npm start", or set MOTCUA_URL.`, { cause: error });
  }
  const answer = (await response.json().catch(() => ({}))) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined)
    throw new Error(
      `The issuer at ${server} gave no token (${response.status}): ${answer.error_description ?? 'is it a development server?'}`,
    );
  return answer.access_token;
}
