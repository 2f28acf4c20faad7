"""The choice of the day of publication: two regressions, and the trees and the net that follow them."""
