"""The quality gate and the speed of the reader."""
