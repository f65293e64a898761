"""What analysts take away: one row for each response, in the formats that their programs read.

Everything here is made from texts that were made safe. A response has another random number in
each export, and stands in another order: two exports cannot be laid side by side.
"""
