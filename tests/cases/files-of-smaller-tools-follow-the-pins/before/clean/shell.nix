{ pkgs }: pkgs.mkShell { packages = [ pkgs.python312Full pkgs.cudaPackages_12_6 pkgs.nodejs_22 ]; }
