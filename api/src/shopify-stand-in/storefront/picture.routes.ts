import type { FastifyPluginAsync } from 'fastify';

/** `GET /pictures/{name}.svg`: a picture for any name, the same one each time. */
export const pictureRoutes: FastifyPluginAsync = async (http) => {
  http.get<{ Params: { name: string } }>('/pictures/:name.svg', async ({ params }, reply) => {
    const hue = [...params.name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 360, 7);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" fill="hsl(${hue} 42% 88%)"/><path d="M34 44h44v30a18 18 0 0 1-18 18h-8a18 18 0 0 1-18-18z" fill="hsl(${hue} 40% 46%)"/><path d="M78 52h8a10 10 0 0 1 0 20h-8" fill="none" stroke="hsl(${hue} 40% 46%)" stroke-width="7"/></svg>`;
    return reply.header('access-control-allow-origin', '*').type('image/svg+xml').send(svg);
  });
};
