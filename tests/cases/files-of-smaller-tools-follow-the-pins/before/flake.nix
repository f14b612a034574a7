{
  # python310 came before
  outputs = { self, nixpkgs }: {
    devShells.default = pkgs.mkShell {
      packages = [ pkgs.python311 pkgs.python311Packages.numpy pkgs.cudaPackages_12_4.cudatoolkit pkgs.nodejs_20 ];
      name = "our-python310-shell";
    };
  };
}
