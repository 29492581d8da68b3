# The root module: providers and state are here, the platform of each team is a call of the module that
# `cdktf-azureml module cdktf.out --out modules/team` has written.

terraform {
  required_version = ">= 1.11.0"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.81"
    }
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.12"
    }
  }
}

variable "subscription_id" {
  type = string
}

# The settings that the constructs need; the README of the module lists them.
provider "azurerm" {
  subscription_id     = var.subscription_id
  storage_use_azuread = true
  features {
    key_vault {
      purge_soft_delete_on_destroy    = false
      recover_soft_deleted_key_vaults = true
    }
    storage {
      data_plane_available = false
    }
  }
}

provider "azapi" {
  subscription_id = var.subscription_id
}

locals {
  teams = {
    churn = { max_nodes = 4 }
    fraud = { max_nodes = 8 }
  }
}

module "team" {
  source   = "./modules/team"
  for_each = local.teams

  team      = each.key
  max_nodes = each.value.max_nodes
  location  = "northeurope"
}

output "workspaces" {
  value = { for team, platform in module.team : team => platform.workspace_id }
}

output "scoring_uris" {
  value = { for team, platform in module.team : team => platform.published_scoring_uri }
}
