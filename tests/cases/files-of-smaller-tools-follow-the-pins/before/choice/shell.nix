{ pkgs }: { a = pkgs.python310; b = pkgs.python311; c = pkgs.nodejs-20_x; }
