"""Makes the weights of ``kg.reader``; nothing here is needed to read."""
