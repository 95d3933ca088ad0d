import CostEngine
