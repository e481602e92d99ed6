-- Random draws: macros only, no table. A draw is a hash of (seed, what is drawn, key of the row), so that the same seed
-- gives the same rows whatever the order, the number of threads or the machine.
-- Only sums, products, quotients and square roots follow a draw: IEEE 754 fixes them to the last bit, logarithms it does not.
create schema if not exists building;
create schema if not exists history;
create schema if not exists sample;

-- The hash of two arguments is the exclusive or of their hashes, which would make two draws of one row differ by a
-- constant; hashing once more makes them independent.
create macro building.bits(what, key) as
    hash(xor(hash(key), hash(what, cast(getvariable('seed') as bigint))));

-- A share: even in [0, 1), with the 53 bits that a double holds.
create macro building.draw(what, key) as
    (building.bits(what, key) >> 11) / 9007199254740992e0;

-- A whole number: even in 0 .. choices - 1.
create macro building.choice(what, key, choices) as
    cast(building.bits(what, key) % choices as bigint);

-- A deviation: mean 0, standard deviation 1, bell-shaped, never beyond 3 (three even draws of 21 bits each, added up).
create macro building.deviation(what, key) as
    (
        (building.bits(what, key) & 2097151)
        + ((building.bits(what, key) >> 21) & 2097151)
        + ((building.bits(what, key) >> 42) & 2097151)
    ) / 1048576e0 - 3e0;
