/**
 * A feature whose coordinates keep this many decimals (3 is 111 m at most), without the points that rounding made
 * equal to the one before, and without the rings it made too small to enclose anything.
 */
export function roundShape({ properties, geometry }, decimals) {
  const round = (value) => Number(value.toFixed(decimals));
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const kept = polygons
    .map((rings) => rings.map((ring) => roundRing(ring, round)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  const [only] = kept;
  const rounded =
    kept.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: kept };
  return { type: 'Feature', properties, geometry: rounded };
}

function roundRing(ring, round) {
  const rounded = ring.map(([longitude, latitude]) => [round(longitude), round(latitude)]);
  return rounded.filter((point, index) => {
    const before = rounded[index - 1];
    return before === undefined || point[0] !== before[0] || point[1] !== before[1];
  });
}
