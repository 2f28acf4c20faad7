"""The choice of the day of publication: two regressions, and trees and a net on top of them."""
