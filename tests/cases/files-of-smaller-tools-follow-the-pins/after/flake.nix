{
  # python310 came before
  outputs = { self, nixpkgs }: {
    devShells.default = pkgs.mkShell {
      packages = [ pkgs.python312 pkgs.python312Packages.numpy pkgs.cudaPackages_12_6.cudatoolkit pkgs.nodejs_22 ];
      name = "our-python310-shell";
    };
  };
}
