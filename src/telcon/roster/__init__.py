"""People and the offices they held, by date; states, bodies and agencies and which side each speaks for."""
